package org.territorydelta.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.territorydelta.normalise.ReportText.KURSK;
import static org.territorydelta.normalise.ReportText.REGIONS;
import static org.territorydelta.normalise.ReportText.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.territorydelta.Defaults;
import org.territorydelta.SharedData;
import org.territorydelta.change.RegionSurvey;
import org.territorydelta.config.RunConfig;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.Claim.Contested;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.map.RegionFacts;
import org.territorydelta.model.map.Rejection;
import org.territorydelta.read.UnreadableFileException;
import org.territorydelta.summary.RegionTree;

class ClaimReaderTest {
  private static final String HEADER =
      "claim_id,claimant,side,statement_date,quantity_type,value,unit,qualifier,region_id,"
          + "first_day,last_day\n";
  private static final String SOUND =
      "sound,General,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12\n";

  @Test
  void everyColumnGoesToItsPlace() {
    String text =
        """
        claim_id,group_id,claimant,claimant_role,side,statement_date,source_url,source_id,\
        quantity_type,value_low,value_high,significant_digits,unit,qualifier,region_id,\
        first_day,last_day,as_of,layer_set,includes_contested,verified,supersedes
        a,g,General,Chief,UA,2024-08-14,https://example.org,nzz,\
        Net Change,300,390,2,Square Miles,More-Than,RU-KRS,\
        2024-08-06,2024-08-12,,controlled,no,yes,b
        """;
    assertThat(read(new ClaimReader(REGIONS, 1.1), text).values())
        .containsExactly(
            new Claim(
                new Claim.Key("a", "g"),
                new Claim.Statement(
                    "General", "Chief", LocalDate.of(2024, 8, 14), "https://example.org"),
                new Claim.Subject(
                    "UA",
                    KURSK,
                    Optional.of("nzz"),
                    Optional.of("controlled"),
                    Contested.EXCLUDED,
                    true),
                new Claim.Amount(
                    QuantityType.NET_CHANGE,
                    StatedValue.parse("3.0e2-3.9e2"),
                    MeasureUnit.SQUARE_MILE,
                    Qualifier.MORE_THAN),
                ClaimTime.over(LocalDate.of(2024, 8, 6), LocalDate.of(2024, 8, 12)),
                Optional.of("b")));
  }

  @Test
  void whatIsAbsentHasItsDefault() {
    Claim claim = onlyClaim("a,General,UA,2024-08-14,control_stock,1000,km2,,RU-KRS,,\n");

    assertThat(claim.key().groupId()).isEqualTo("a");
    assertThat(claim.amount().qualifier()).isEqualTo(Qualifier.NOT_STATED);
    assertThat(claim.time().lastDay()).isEqualTo(LocalDate.of(2024, 8, 14));
    assertThat(claim.time().inferred()).containsExactly(ClaimTime.Inferred.AS_OF);
    assertThat(claim.subject().contested()).isEqualTo(Contested.NOT_STATED);
    assertThat(claim.subject().verified()).isFalse();
    assertThat(claim.supersedes()).isEmpty();
  }

  private static Claim onlyClaim(String row) {
    ReportFile<Claim> file = read(new ClaimReader(REGIONS, 1.1), HEADER + row);
    assertThat(file.rejections()).isEmpty();
    return file.values().get(0);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      textBlock =
          """
          UNKNOWN_REGION    | x,General,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-XXX,2024-08-06,2024-08-12
          UNKNOWN_REGION    | x,General,UA,2024-08-14,gross_gain,390,sq_mi,about,UNASSIGNED,2024-08-06,2024-08-12
          IMPOSSIBLE_DATE   | x,General,UA,2024-02-30,gross_gain,390,sq_mi,about,RU-KRS,2024-02-06,2024-02-12
          IMPOSSIBLE_DATE   | x,General,UA,08/14/2024,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          IMPOSSIBLE_DATE   | x,General,UA,31.09.2024,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          IMPOSSIBLE_DATE   | x,General,UA,0204-08-14,gross_gain,390,sq_mi,about,RU-KRS,0204-08-06,0204-08-12
          IMPOSSIBLE_DATE   | x,General,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-12,2024-08-06
          IMPOSSIBLE_DATE   | x,General,UA,2024-08-05,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          NEGATIVE_VALUE    | x,General,UA,2024-08-14,gross_gain,-390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          NEGATIVE_VALUE    | x,General,UA,2024-08-14,control_stock,-1,km2,about,RU-KRS,,2024-08-12
          UNKNOWN_UNIT      | x,General,UA,2024-08-14,gross_gain,390,acres,about,RU-KRS,2024-08-06,2024-08-12
          UNKNOWN_UNIT      | x,General,UA,2024-08-14,gross_gain,390,km,about,RU-KRS,2024-08-06,2024-08-12
          UNKNOWN_UNIT      | x,General,UA,2024-08-14,settlement_count,74,km2,about,RU-KRS,,2024-08-12
          IMPLAUSIBLE_VALUE | x,General,UA,2024-08-14,control_stock,390000000,km2,about,RU-KRS,,2024-08-12
          IMPLAUSIBLE_VALUE | x,General,UA,2024-08-14,control_stock,1144930000,km2,about,ALL,,2024-08-12
          IMPLAUSIBLE_VALUE | x,General,UA,2024-08-14,control_stock,33001,km2,about,RU-KRS,,2024-08-12
          IMPLAUSIBLE_VALUE | x,General,UA,2024-08-14,net_change,-33001,km2,about,RU-KRS,2024-08-06,2024-08-12
          IMPLAUSIBLE_VALUE | x,General,UA,2024-08-14,control_stock,101,percent,about,RU-KRS,,2024-08-12
          MARKUP_IN_TEXT    | x,<b>General</b>,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          MARKUP_IN_TEXT    | x,General <script src=x>,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          FORMULA_IN_TEXT   | x,=HYPERLINK("evil"),UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          FORMULA_IN_TEXT   | x,General,UA,2024-08-14,gross_gain,=300+90,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          FORMULA_IN_TEXT   | x,@SUM(A1:A9),UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          MALFORMED_NUMBER  | x,General,UA,2024-08-14,gross_gain,390 or so,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          UNKNOWN_WORD      | x,General,UA,2024-08-14,victory,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          UNKNOWN_WORD      | x,General,UA,2024-08-14,gross_gain,390,sq_mi,possibly,RU-KRS,2024-08-06,2024-08-12
          MISSING_VALUE     | x,General,UA,,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          MISSING_VALUE     | x,,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          MISSING_VALUE     | x,General,UA,2024-08-14,gross_gain,,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          MISSING_VALUE     | ,,,,,,,,,,
          DUPLICATE_ID      | sound,Another,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          MALFORMED_ROW     | x,General,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12,more
          MALFORMED_ROW     | x,"General,UA,2024-08-14,gross_gain,390,sq_mi,about,RU-KRS,2024-08-06,2024-08-12
          """)
  void aBadRowIsRejectedForItsReasonAndStopsNoOther(String reason, String row) {
    ReportFile<Claim> file =
        read(
            new ClaimReader(REGIONS, 1.1),
            HEADER + SOUND + row + "\n" + SOUND.replace("sound", "also-sound"));

    assertThat(file.values())
        .extracting(claim -> claim.key().id())
        .containsExactly("sound", "also-sound");
    assertThat(file.rejections()).hasSize(1);
    Rejection rejection = file.rejections().get(0);
    assertThat(rejection.reason().name()).as(rejection.detail()).isEqualTo(reason);
    assertThat(rejection.sourceId()).isEqualTo("claims");
    assertThat(rejection.place().featureIndex()).hasValue(1);
    assertThat(rejection.raw()).isEqualTo(row);
    assertThat(file.file().features().read()).isEqualTo(3);
    assertThat(file.file().features().rejected()).isEqualTo(1);
  }

  @Test
  void allFaultsOfARowAreTold() {
    Rejection rejection =
        read(
                new ClaimReader(REGIONS, 1.1),
                HEADER + "x,General,UA,yesterday,gross_gain,many,acres,about,RU-XXX,,\n")
            .rejections()
            .get(0);

    assertThat(rejection.detail())
        .contains("statement_date='yesterday'")
        .contains("value: Cannot read value: text='many'")
        .contains("unit='acres'")
        .contains("region_id='RU-XXX', expected one of ALL, RU-KRS, UA-14");
  }

  @ParameterizedTest
  @CsvSource({
    "@GeneralStaffUA",
    "- General",
    "1 < 2 and 3 > 2",
    "Ministry of Defence (Russia)",
    "Генштаб"
  })
  void anUnusualNameIsStillAName(String claimant) {
    Claim claim =
        onlyClaim(
            "a," + claimant + ",UA,2024-08-14,control_stock,1000,km2,about,RU-KRS,,2024-08-12\n");

    assertThat(claim.statement().claimant()).isEqualTo(claimant);
  }

  @Test
  void netChangesAndRatesMayBeNegative() {
    assertThat(
            onlyClaim("a,General,UA,2024-08-14,net_change,-33,km2,,ALL,2024-08-06,2024-08-12\n")
                .range())
        .contains(Qualifier.EXACT.interval(StatedValue.parse("-33")));
  }

  @Test
  void groundTakenAgainAndAgainMayExceedTheRegion() {
    assertThat(
            onlyClaim(
                    "a,General,UA,2024-08-14,gross_gain,60000,km2,,RU-KRS,2014-08-06,2024-08-12\n")
                .amount()
                .stated())
        .isEqualTo(StatedValue.parse("60000"));
  }

  @Test
  void idsAreTheRowsOwnOverAllFiles() {
    var reader = new ClaimReader(REGIONS, 1.1);
    read(reader, HEADER + SOUND);

    assertThat(read(reader, HEADER + SOUND).rejections())
        .extracting(rejection -> rejection.reason().name())
        .containsExactly("DUPLICATE_ID");
  }

  @Test
  void jsonLinesSayTheSameAsCsv() {
    String line =
        """
        {"claim_id":"sound","claimant":"General","side":"UA","statement_date":"2024-08-14",\
        "quantity_type":"gross_gain","value":390,"unit":"sq_mi","qualifier":"about",\
        "region_id":"RU-KRS","first_day":"2024-08-06","last_day":"2024-08-12"}
        """;
    assertThat(read(new ClaimReader(REGIONS, 1.1), line).values())
        .isEqualTo(read(new ClaimReader(REGIONS, 1.1), HEADER + SOUND).values());
  }

  @Test
  void aFileWithoutANeededColumnIsNoFileOfClaims() {
    var in = new ByteArrayInputStream("name,lon,lat\n".getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(UnreadableFileException.class)
        .isThrownBy(() -> new ClaimReader(REGIONS, 1.1).read("places.csv", in))
        .withMessage(
            "it has no column claim_id, claimant or publisher, side, statement_date,"
                + " quantity_type, value or value_low, unit, region_id or region;"
                + " its columns are name, lon, lat");
  }

  @Test
  void claimsAreTheSameUnderAnyLocale() throws Exception {
    String text = HEADER.toUpperCase(java.util.Locale.ROOT) + SOUND.replace("sq_mi", "SQ MI");
    List<Claim> expected = read(new ClaimReader(REGIONS, 1.1), text).values();
    assertThat(expected).hasSize(1);
    Defaults.vary(
        locale ->
            assertThat(read(new ClaimReader(REGIONS, 1.1), text).values())
                .as(locale)
                .isEqualTo(expected));
  }

  @Test
  void publishedFiguresAreReadAsTheyAre() throws IOException {
    Path path = SharedData.path("reference/published_figures.csv");
    ReportFile<Claim> file;
    try (InputStream in = Files.newInputStream(path)) {
      file = new ClaimReader(sampleRegions(), 1.1).read("published_figures.csv", in);
    }
    assertThat(file.rejections()).isEmpty();
    // The list grows; every line but the header is a claim.
    assertThat(file.values()).hasSize(Files.readAllLines(path).size() - 1).hasSizeGreaterThan(24);
    assertThat(file.values())
        .filteredOn(claim -> claim.subject().sourceId().equals(Optional.of("deepstate")))
        .hasSizeGreaterThan(10)
        .allMatch(claim -> claim.time().inferred().isEmpty());
    assertThat(file.values())
        .filteredOn(claim -> claim.key().id().equals("kursk-1-2-km"))
        .extracting(claim -> claim.amount().stated())
        .containsExactly(StatedValue.parse("1-2"));
  }

  @Test
  void theSamplesReportsAreSound() throws IOException {
    List<RegionFacts> regions = sampleRegions();
    try (InputStream claims = Files.newInputStream(Path.of("data/sample/claims.csv"));
        InputStream events = Files.newInputStream(Path.of("data/sample/events.csv"));
        InputStream places = Files.newInputStream(Path.of("data/sample/places.csv"))) {
      ReportFile<?> claimFile = new ClaimReader(regions, 1.1).read("claims.csv", claims);
      ReportFile<?> eventFile = new EventReader(regions).read("events.csv", events);
      ReportFile<?> placeFile = new SettlementReader(regions).read("places.csv", places);

      for (ReportFile<?> file : List.of(claimFile, eventFile, placeFile)) {
        assertThat(file.rejections()).isEmpty();
        assertThat(file.values()).hasSizeGreaterThan(7);
      }
    }
  }

  private static List<RegionFacts> sampleRegions() throws IOException {
    var config =
        new RunConfig.Regions("data/regions/admin1.geojson", 1, "region_id", "name", "country");
    try (InputStream in = Files.newInputStream(Path.of(config.path()))) {
      var regions = RegionReader.read(config, in).regions();
      return new RegionTree(RegionSurvey.of(regions).facts()).regions();
    }
  }
}
