package org.territorydelta.report;

import java.util.List;
import java.util.Map;

/**
 * What a page is made of: an output's manifest, rows of its tables, and what can be drawn.
 *
 * @param tables by name; those that the output lacks are not among them
 * @param regions borders by level and id, as {@link #regionKey} joins them
 * @param pieces of changed ground, by {@code change_polygon.piece_id}; only those that the terms of
 *     their sources allow to be shown
 */
public record PageInput(
    RunManifest run,
    Map<String, TableRows> tables,
    Map<String, Outline> regions,
    Map<String, Outline> pieces) {
  /** Tables that the page shows, with the columns it needs of them. */
  public static final Map<String, List<String>> WANTED =
      Map.ofEntries(
          Map.entry(
              "area_delta",
              List.of(
                  "source_id",
                  "side",
                  "layer_set",
                  "region_id",
                  "level",
                  "period_kind",
                  "period_id",
                  "first_day",
                  "last_day",
                  "opening_map_date",
                  "closing_map_date",
                  "opening_staleness_days",
                  "closing_staleness_days",
                  "observed_days",
                  "closing_km2",
                  "gained_km2",
                  "lost_km2",
                  "net_km2",
                  "net_km2_per_day",
                  "gross_gained_km2",
                  "gross_lost_km2",
                  "reclassified_in_km2",
                  "reclassified_out_km2",
                  "coverage",
                  "band_lag_days",
                  "net_low_km2",
                  "net_high_km2",
                  "band_widest_part",
                  "churn_km2",
                  "noise_km2",
                  "breaks",
                  "net_without_breaks_km2",
                  "parted_by_break")),
          Map.entry(
              "region",
              List.of("region_id", "level", "name", "country", "area_km2", "overlapping")),
          Map.entry(
              "transition",
              List.of(
                  "source_id",
                  "pair_kind",
                  "opening_map_date",
                  "closing_map_date",
                  "region_id",
                  "level",
                  "from_side",
                  "from_status",
                  "to_side",
                  "to_status",
                  "area_km2")),
          Map.entry(
              "change_polygon",
              List.of(
                  "source_id",
                  "side",
                  "layer_set",
                  "period_kind",
                  "period_id",
                  "piece_id",
                  "change",
                  "area_km2",
                  "noise_km2",
                  "noisy",
                  "depth_metres")),
          Map.entry("map_day", List.of("source_id", "day", "staleness_days", "state")),
          Map.entry(
              "snapshot",
              List.of("source_id", "current", "repaired", "repaired_km2", "overlap_km2")),
          Map.entry(
              "input_file",
              List.of(
                  "source_id",
                  "role",
                  "parts_read",
                  "parts_used",
                  "parts_ignored",
                  "parts_rejected")),
          Map.entry(
              "quarantine",
              List.of("source_id", "reason", "outcome", "file", "detail", "area_km2", "used_km2")),
          Map.entry(
              "series_break",
              List.of(
                  "source_id",
                  "map_date",
                  "kind",
                  "side",
                  "opening_map_date",
                  "last_map_date",
                  "area_km2",
                  "rule",
                  "detail",
                  "excluded")),
          Map.entry(
              "source_agreement",
              List.of(
                  "source_a",
                  "source_b",
                  "side",
                  "layer_set",
                  "region_id",
                  "level",
                  "day",
                  "compared_days",
                  "a_km2",
                  "b_km2",
                  "in_both_km2",
                  "only_a_km2",
                  "only_b_km2",
                  "only_a_baseline_km2",
                  "only_b_baseline_km2",
                  "jaccard",
                  "front_jaccard")),
          Map.entry(
              "claim_assessment",
              List.of(
                  "claim_id",
                  "claimant",
                  "claimant_role",
                  "statement_date",
                  "stated_where",
                  "side",
                  "region_name",
                  "quantity_type",
                  "stated",
                  "unit",
                  "qualifier",
                  "first_day",
                  "last_day",
                  "verified",
                  "reckoned_in",
                  "claimed_low",
                  "claimed_value",
                  "claimed_high",
                  "source_id",
                  "layer_set",
                  "known",
                  "counted",
                  "label",
                  "reasons",
                  "measured_low",
                  "measured_value",
                  "measured_high",
                  "difference",
                  "ratio",
                  "coverage",
                  "covered_days",
                  "covered_value",
                  "claimed_days",
                  "opening_map_date",
                  "closing_map_date")),
          Map.entry(
              "comparison",
              List.of(
                  "comparison_id",
                  "left_kind",
                  "left_reference",
                  "left_side",
                  "left_region_name",
                  "left_quantity_type",
                  "left_layer_set",
                  "left_first_day",
                  "left_last_day",
                  "left_days",
                  "left_reckoned_in",
                  "left_value",
                  "left_sq_mi",
                  "left_per_day",
                  "right_kind",
                  "right_reference",
                  "right_side",
                  "right_region_name",
                  "right_quantity_type",
                  "right_layer_set",
                  "right_first_day",
                  "right_last_day",
                  "right_days",
                  "right_reckoned_in",
                  "right_value",
                  "right_sq_mi",
                  "right_per_day",
                  "ratio",
                  "ratio_per_day",
                  "difference",
                  "comparable",
                  "reasons")),
          Map.entry(
              "reproduction",
              List.of(
                  "claim_id",
                  "claimant",
                  "first_day",
                  "last_day",
                  "claimed_value",
                  "source_id",
                  "layer_set",
                  "offset_days",
                  "computed_value",
                  "residual",
                  "reproduces",
                  "ours",
                  "best")),
          Map.entry(
              "report_event",
              List.of(
                  "event_id",
                  "day",
                  "region_name",
                  "kind",
                  "stated",
                  "unit",
                  "qualifier",
                  "claimant",
                  "verified",
                  "detail",
                  "stated_where")),
          Map.entry(
              "settlement_change",
              List.of(
                  "source_id",
                  "name",
                  "region_name",
                  "opening_map_date",
                  "closing_map_date",
                  "from_side",
                  "from_status",
                  "to_side",
                  "to_status")));

  public PageInput {
    tables = Map.copyOf(tables);
    regions = Map.copyOf(regions);
    pieces = Map.copyOf(pieces);
  }

  /** The rows of a table; none where the output does not have it. */
  TableRows table(String name) {
    return tables.getOrDefault(name, TableRows.NONE);
  }

  public static String regionKey(String id, int level) {
    return level + " " + id;
  }
}
