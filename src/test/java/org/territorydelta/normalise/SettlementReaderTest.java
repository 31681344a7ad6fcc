package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.normalise.ReportText.KURSK;
import static org.territorydelta.normalise.ReportText.REGIONS;
import static org.territorydelta.normalise.ReportText.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.model.claim.Settlement;

class SettlementReaderTest {
  @Test
  void aPlaceIsAPointOfARegion() {
    assertThat(
            read(new SettlementReader(REGIONS), "name,lon,lat,region\nSudzha,35.27,51.19,RU-KRS\n")
                .values())
        .containsExactly(
            new Settlement(
                "Sudzha (35.27 51.19)", "Sudzha", new Settlement.Position(35.27, 51.19), KURSK));
  }

  @Test
  void twoPlacesOfOneNameAreTwo() {
    String text =
        "place_id,name,lon,lat,region_id\n"
            + ",Ivanivka,37,48,UA-14\n,Ivanivka,38,48,UA-14\np,Ivanivka,38,48,UA-14\n";

    assertThat(read(new SettlementReader(REGIONS), text).values())
        .extracting(Settlement::id)
        .containsExactly("Ivanivka (37.0 48.0)", "Ivanivka (38.0 48.0)", "p");
  }

  @ParameterizedTest
  @CsvSource({
    "MALFORMED_NUMBER, 'X,east,51,RU-KRS'",
    "MALFORMED_NUMBER, 'X,181,51,RU-KRS'",
    "MALFORMED_NUMBER, 'X,NaN,51,RU-KRS'",
    "MALFORMED_NUMBER, 'X,35,91,RU-KRS'",
    "MISSING_VALUE,    'X,,51,RU-KRS'",
    "UNKNOWN_REGION,   'X,35,51,RU-XXX'",
    "FORMULA_IN_TEXT,  '=X,35,51,RU-KRS'",
    "DUPLICATE_ID,     'Sudzha,35.27,51.19,RU-KRS'"
  })
  void aBadRowIsRejectedForItsReason(String reason, String row) {
    ReportFile<Settlement> file =
        read(
            new SettlementReader(REGIONS),
            "name,lon,lat,region_id\nSudzha,35.27,51.19,RU-KRS\n" + row + "\n");

    assertThat(file.values()).hasSize(1);
    assertThat(file.rejections())
        .extracting(rejection -> rejection.sourceId() + " " + rejection.reason().name())
        .containsExactly("places " + reason);
  }
}
