package org.territorydelta.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "</script><script>alert(1)</script>",
        "<!--<script>",
        "]]>",
        "a & b &lt; c",
        "two\u2028lines\u2029more",
        "\"quoted\" \\ \u0000 \ud83d\ude00",
      })
  void jsonHoldsNothingThatEndsItsElementAndReadsBackTheSame(String text) throws IOException {
    ObjectNode data = JSON.createObjectNode().put("text", text).put(text, 1);

    String json = SafeText.json(data);

    assertThat(json).doesNotContain("<", ">", "&", "\u2028", "\u2029");
    assertThat(JSON.readTree(json)).isEqualTo(data);
  }

  @Test
  void htmlShowsEveryMarkAsItIs() {
    assertThat(SafeText.html("<b title=\"a\" id='b'>&amp;</b>"))
        .isEqualTo("&lt;b title=&quot;a&quot; id=&#39;b&#39;&gt;&amp;amp;&lt;/b&gt;");
  }
}
