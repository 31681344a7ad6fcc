package org.territorydelta.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DisplayReaderTest {
  private static final String SOURCE =
      "sources:\n  - {id: deepstate, name: DeepState, profile: deepstate-archive, path: maps}\n"
          + "regions: {path: r.geojson}\n";

  private static RunConfig read(String more) {
    return ConfigReader.read("config.yaml", SOURCE + more, path -> "");
  }

  @Test
  void sourcesAndSidesHaveNamesAndColours() {
    RunConfig.Display display =
        read("sides: [{id: RU, name: Russia, colour: '#b5432c'}]\n").display();

    assertThat(display.sourceNames()).containsOnlyKeys("deepstate").containsValue("DeepState");
    assertThat(display.sides()).containsExactly(new RunConfig.ShownSide("RU", "Russia", "#b5432c"));
  }

  @Test
  void aSideThatNoSourceHasAndAColourByItsNameAreRefused() {
    assertThatThrownBy(() -> read("sides: [{id: RV, name: Russia, colour: red}]\n"))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("Cannot name side: id='RV', expected one of RU")
        .hasMessageContaining("Cannot use colour: value='red'");
  }
}
