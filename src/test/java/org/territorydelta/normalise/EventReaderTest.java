package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.territorydelta.normalise.ReportText.KURSK;
import static org.territorydelta.normalise.ReportText.REGIONS;
import static org.territorydelta.normalise.ReportText.read;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.ReportEvent;
import org.territorydelta.model.claim.StatedValue;

class EventReaderTest {
  private static final String HEADER =
      "event_id,date,region_id,kind,value,unit,qualifier,claimant,verified,detail,source_url\n";

  @Test
  void anEventHasANumberOrNone() {
    String text =
        HEADER
            + "e1,2024-08-10,RU-KRS,emergency-declared,,,,Government,yes,federal,press\n"
            + "e2,2024-08-14,RU-KRS,Aircraft Destroyed,1,aircraft,at least,Staff,,,\n";

    assertThat(read(new EventReader(REGIONS), text).values())
        .containsExactly(
            new ReportEvent(
                "e1",
                LocalDate.of(2024, 8, 10),
                KURSK,
                "emergency-declared",
                Optional.empty(),
                new ReportEvent.Report("Government", true, "federal", "press")),
            new ReportEvent(
                "e2",
                LocalDate.of(2024, 8, 14),
                KURSK,
                "aircraft-destroyed",
                Optional.of(
                    new ReportEvent.Value(StatedValue.parse("1"), "aircraft", Qualifier.AT_LEAST)),
                new ReportEvent.Report("Staff", false, "", "")));
  }

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_REGION,   'x,2024-08-14,RU-XXX,displaced,5,people,,Governor,no,,'",
    "IMPOSSIBLE_DATE,  'x,2024-08-32,RU-KRS,displaced,5,people,,Governor,no,,'",
    "NEGATIVE_VALUE,   'x,2024-08-14,RU-KRS,displaced,-5,people,,Governor,no,,'",
    "MALFORMED_NUMBER, 'x,2024-08-14,RU-KRS,displaced,few,people,,Governor,no,,'",
    "MISSING_VALUE,    'x,2024-08-14,RU-KRS,displaced,5,,,Governor,no,,'",
    "MISSING_VALUE,    'x,2024-08-14,RU-KRS,,5,people,,Governor,no,,'",
    "UNKNOWN_WORD,     'x,2024-08-14,RU-KRS,displaced!,5,people,,Governor,no,,'",
    "UNKNOWN_WORD,     'x,2024-08-14,RU-KRS,displaced,5,people,,Governor,perhaps,,'",
    "MARKUP_IN_TEXT,   'x,2024-08-14,RU-KRS,displaced,5,people,,Governor,no,<img src=x>,'",
    "DUPLICATE_ID,     'sound,2024-08-14,RU-KRS,displaced,5,people,,Governor,no,,'"
  })
  void aBadRowIsRejectedForItsReasonAndStopsNoOther(String reason, String row) {
    String sound = "sound,2024-08-14,RU-KRS,displaced,5,people,,Governor,no,,\n";
    ReportFile<ReportEvent> file =
        read(
            new EventReader(REGIONS),
            HEADER + sound + row + "\n" + sound.replace("sound", "other"));

    assertThat(file.values()).extracting(ReportEvent::id).containsExactly("sound", "other");
    assertThat(file.rejections())
        .extracting(rejection -> rejection.sourceId() + " " + rejection.reason().name())
        .containsExactly("events " + reason);
  }
}
