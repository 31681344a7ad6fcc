package org.territorydelta.inspect;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.territorydelta.config.ConfigReader;
import org.territorydelta.config.DateRule;
import org.territorydelta.config.FileRule;
import org.territorydelta.config.RunConfig;
import org.territorydelta.config.SourceProfile;
import org.territorydelta.model.map.RejectionReason;
import org.territorydelta.normalise.NormalisedFile;
import org.territorydelta.normalise.PathDates;
import org.territorydelta.normalise.SnapshotNormaliser;

/** Tries the built-in profiles on a few files of a series. */
final class ProfileTrial {
  private static final List<String> LAYER_PROPERTIES = List.of("layer", "layer_type", "layerType");

  /** Stands for the day of a file without one, to see what rules make of it. */
  private static final String SOME_DAY = "2022-09-01";

  private ProfileTrial() {}

  /** The one whose rules understand all of the files, dated or not. */
  static Optional<SourceProfile> fitting(List<SurveyedFile> files) throws IOException {
    List<SurveyedFile> sample =
        Stream.of(files.get(0), files.get(files.size() / 2), files.get(files.size() - 1))
            .distinct()
            .toList();
    for (String name : ConfigReader.BUILT_IN_PROFILES) {
      RunConfig.Source source = source(name, "");
      if (isOfKind(source.profile(), sample)
          && readsAndDates(source, sample)
          && understands(source, sample)) {
        return Optional.of(source.profile());
      }
    }
    return Optional.empty();
  }

  /**
   * @param text of a profile that is not built in
   */
  static RunConfig.Source source(String name, String text) {
    return source(name, text, "");
  }

  private static RunConfig.Source source(String name, String text, String day) {
    String dates = day.isEmpty() ? "" : ", dates: {'.': " + day + "}";
    String config = "sources: [{id: tried, path: a, profile: " + name + dates + "}]\n";
    return ConfigReader.read("inspect", config, path -> text).sources().get(0);
  }

  /** Whether a profile that could read anything is meant for such files. */
  private static boolean isOfKind(SourceProfile profile, List<SurveyedFile> sample) {
    boolean asksNothing = profile.rules().stream().anyMatch(rule -> rule.when().isEmpty());
    boolean bare = sample.stream().allMatch(file -> file.properties().isEmpty());
    boolean severalLayers = sample.stream().anyMatch(ProfileTrial::hasSeveralLayers);
    boolean wantsOneEach = profile.files().sameDay() == FileRule.SameDay.LAYERS;
    boolean readsLayers = !profile.files().layer().properties().isEmpty();
    return (!asksNothing || bare)
        && (!wantsOneEach || !severalLayers)
        && (wantsOneEach || !readsLayers || severalLayers);
  }

  private static boolean hasSeveralLayers(SurveyedFile file) {
    return LAYER_PROPERTIES.stream()
        .anyMatch(
            name -> file.properties().containsKey(name) && file.properties().get(name).size() > 1);
  }

  /**
   * Whether the profile finds dates in some files that are named so, or, where it takes them from
   * names, in none of these; those are asked for.
   */
  private static boolean readsAndDates(RunConfig.Source source, List<SurveyedFile> sample) {
    List<String> paths = sample.stream().map(SurveyedFile::path).toList();
    boolean all = PathDates.of(source.profile(), paths).size() == paths.size();
    boolean named = source.profile().dates().fileDate().origin() == DateRule.Origin.FILE_NAME;
    boolean layered = source.profile().files().sameDay() == FileRule.SameDay.LAYERS;
    return all || !named || layered;
  }

  private static boolean understands(RunConfig.Source source, List<SurveyedFile> sample)
      throws IOException {
    List<String> paths = sample.stream().map(SurveyedFile::path).toList();
    Map<String, LocalDate> dated = PathDates.of(source.profile(), paths);
    for (SurveyedFile file : sample) {
      boolean undated =
          source.profile().dates().fileDate().origin() == DateRule.Origin.FILE_NAME
              && !dated.containsKey(file.path());
      RunConfig.Source tried = undated ? source(source.profile().name(), "", SOME_DAY) : source;
      NormalisedFile read = new SnapshotNormaliser(tried).normalise(List.of(file.input()));
      boolean foreign =
          read.failed()
              || read.rejections().stream()
                  .anyMatch(rejection -> rejection.reason() == RejectionReason.NO_RULE);
      if (foreign || read.file().parts().used() + read.file().parts().ignored() == 0) {
        return false;
      }
    }
    return true;
  }
}
