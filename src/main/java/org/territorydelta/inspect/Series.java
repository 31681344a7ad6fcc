package org.territorydelta.inspect;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Files that seem to be one publisher's series of maps.
 *
 * @param id for a config
 * @param profile name of the built-in profile that fits; empty for a draft
 * @param draft a profile in YAML; empty where a built-in one fits
 * @param files in the order of their paths
 * @param dates map dates by path, as far as paths tell them
 * @param stated days of files that were guessed from their names without a year
 * @param questions what the user has to decide
 */
public record Series(
    String id,
    String profile,
    String draft,
    List<SurveyedFile> files,
    SortedMap<String, LocalDate> dates,
    Map<String, LocalDate> stated,
    List<String> questions) {}
