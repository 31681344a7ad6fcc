package org.territorydelta.spark.laws;

import java.util.Map;
import java.util.TreeMap;

/** A break of each law of maps and areas, planted in the tables of the sample. */
final class MapPlants {
  static final Map<String, Plant> ALL = new TreeMap<>();

  static {
    plant(
        "area-delta-rows-have-their-own-key",
        Plant.repeat("area_delta", "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "control-area-rows-have-their-own-key", Plant.repeat("control_area", "region_id = 'ALL'"));
    plant("transition-rows-have-their-own-key", Plant.repeat("transition", "region_id = 'ALL'"));
    plant(
        "change-polygon-rows-have-their-own-key",
        Plant.repeat("change_polygon", "change = 'gained'"));
    plant("region-rows-have-their-own-key", Plant.repeat("region", "region_id = 'ALL'"));
    plant("layer-set-rows-have-their-own-key", Plant.repeat("layer_set", "status = 'claimed'"));
    plant(
        "net-is-closing-minus-opening",
        Plant.set(
            "area_delta", "net_km2", "net_km2 + 1", "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "area-delta-is-of-a-known-region-and-layer-set",
        Plant.set(
            "area_delta", "region_name", "'Nowhere'", "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "figures-are-given-where-there-is-coverage",
        Plant.set("area_delta", "coverage", "'none'", "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "area-delta-areas-are-whole-square-metres",
        Plant.set(
            "area_delta",
            "gross_lost_km2",
            "gross_lost_km2 + 0.0000001",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "a-period-has-the-days-of-its-kind-and-id",
        Plant.set("area_delta", "period_id", "'2024-W99'", "period_kind = 'week'"));
    plant(
        "staleness-counts-from-the-map-to-its-day",
        Plant.set(
            "area_delta",
            "closing_staleness_days",
            "closing_staleness_days + 1",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "parts-are-no-more-than-the-whole",
        Plant.set(
            "area_delta",
            "gained_km2",
            "gross_gained_km2 + 1",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "a-rate-is-the-net-over-observed-days",
        Plant.set(
            "area_delta",
            "net_km2_per_day",
            "net_km2_per_day + 1",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "a-period-has-one-rounding-bound",
        Plant.set(
            "area_delta",
            "rounding_bound_km2",
            "rounding_bound_km2 + 1",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "opening-and-closing-are-the-stocks",
        Plant.set(
            "area_delta", "opening_share", "opening_share + 0.1", "opening_share IS NOT NULL"));
    plant(
        "gained-and-lost-are-by-transitions",
        Plant.set(
            "area_delta", "lost_km2", "lost_km2 + 1", "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "gross-sums-over-consecutive-maps",
        Plant.set(
            "area_delta",
            "gross_gained_km2",
            "gross_gained_km2 + 1000",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "nets-add-up-along-periods",
        Plant.set(
            "area_delta",
            "opening_km2",
            "opening_km2 + 1",
            "region_id = 'ALL' AND coverage = 'full' AND period_kind = 'named'"));
    plant(
        "figures-of-regions-sum-to-the-whole",
        Plant.set(
            "area_delta",
            "reclassified_out_km2",
            "reclassified_out_km2 + 1",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "breaks-of-a-figure-are-those-of-the-series",
        Plant.set("area_delta", "breaks", "1", "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "break-kinds-of-a-figure-are-those-of-its-breaks",
        Plant.set(
            "area_delta",
            "break_kinds",
            "SPLIT('dropout', ' ')",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "a-band-is-given-where-both-ends-are-known",
        Plant.set("area_delta", "band_lag_days", "CAST(NULL AS INT)", "band_lag_days IS NOT NULL"));
    plant(
        "a-band-includes-its-net",
        Plant.set("area_delta", "net_km2", "net_km2 + 100000", "band_lag_days IS NOT NULL"));
    plant(
        "a-band-counts-shifted-days-without-map",
        Plant.set(
            "area_delta",
            "band_days_without_map",
            "band_days_without_map + 1",
            "band_lag_days IS NOT NULL"));
    plant(
        "lag-and-jitter-are-by-the-stocks",
        Plant.set(
            "area_delta",
            "net_jitter_high_km2",
            "net_jitter_high_km2 + 1",
            "band_lag_days IS NOT NULL"));
    plant(
        "noise-of-a-band-is-the-noise-of-its-figure",
        Plant.set(
            "area_delta",
            "net_noise_low_km2",
            "net_noise_low_km2 - 1",
            "band_lag_days IS NOT NULL"));
    plant(
        "noise-is-part-of-gained-and-lost",
        Plant.set(
            "area_delta",
            "noise_gained_km2",
            "gained_km2 + 1",
            "region_id = 'ALL' AND coverage = 'full'"));
    plant(
        "layer-sets-of-a-band-are-the-rows-of-the-others",
        Plant.set(
            "area_delta",
            "net_layer_sets_high_km2",
            "net_layer_sets_high_km2 + 1",
            "net_layer_sets_high_km2 IS NOT NULL"));
    plant(
        "sources-of-a-band-are-the-rows-of-the-others",
        Plant.set(
            "area_delta",
            "net_sources_high_km2",
            "net_sources_high_km2 + 1",
            "net_sources_high_km2 IS NOT NULL"));
    plant(
        "a-band-is-around-its-parts",
        Plant.set("area_delta", "net_low_km2", "net_low_km2 - 1", "band_lag_days IS NOT NULL"));
    plant(
        "churn-is-what-was-gained-again",
        Plant.set("area_delta", "churn_held_days", "0.5", "churn_km2 IS NOT NULL"));
    plant(
        "control-area-is-of-a-known-snapshot-and-region",
        Plant.set("control_area", "content_hash", "'another'", "region_id = 'ALL'"));
    plant(
        "ground-of-a-map-is-held-by-somebody",
        Plant.set("control_area", "border_mismatch_km2", "area_km2 + 1", "region_id = 'ALL'"));
    plant(
        "a-map-has-one-rounding-bound",
        Plant.set(
            "control_area", "rounding_bound_km2", "rounding_bound_km2 + 1", "region_id = 'ALL'"));
    plant(
        "a-share-is-of-the-regions-denominator",
        Plant.set(
            "control_area",
            "share_of_region",
            "share_of_region + 0.1",
            "share_of_region IS NOT NULL"));
    plant(
        "a-region-holds-no-more-than-it-has",
        Plant.set("control_area", "area_km2", "area_km2 + 1000000", "share_of_region IS NOT NULL"));
    plant(
        "ground-of-regions-sums-to-the-whole",
        Plant.set("control_area", "area_km2", "area_km2 + 0.000001", "region_id = 'ALL'"));
    plant(
        "a-transition-is-of-ground-that-somebody-held",
        Plant.set("transition", "to_status", "'none'", "to_side <> 'none'"));
    plant(
        "transitions-of-regions-sum-to-the-whole",
        Plant.set("transition", "area_km2", "area_km2 + 0.000001", "region_id = 'ALL'"));
    plant(
        "transitions-equal-the-difference-of-stocks",
        Plant.remove("transition", "region_id = 'ALL' AND pair_kind = 'consecutive'"));
    plant(
        "pieces-sum-to-gained-and-lost",
        Plant.set("change_polygon", "area_km2", "area_km2 + 0.000001", "change = 'lost'"));
    plant(
        "regions-of-a-piece-sum-to-it",
        Plant.set("change_polygon_region", "area_km2", "area_km2 + 0.000001", "level = 1"));
    plant(
        "measures-of-a-piece-are-those-of-a-piece-of-ground",
        Plant.set("change_polygon", "noisy", "NOT noisy", "change = 'gained'"));
    plant(
        "a-piece-came-to-its-side-or-went-from-it",
        Plant.set("change_polygon", "change", "'lost'", "change = 'gained'"));
    plant(
        "every-level-has-unassigned-ground",
        Plant.remove("region", "region_id = 'UNASSIGNED' AND level = 1"));
    plant(
        "a-region-divides-by-an-area",
        Plant.set(
            "region",
            "denominator_source",
            "CAST(NULL AS STRING)",
            "denominator_source IS NOT NULL"));
    plant("neighbours-are-mutual", Plant.remove("region_neighbour", "neighbour < region_id"));
    plant(
        "a-country-is-the-sum-of-its-regions",
        Plant.set(
            "region", "area_km2", "area_km2 + 0.000001", "level = 0 AND area_km2 IS NOT NULL"));
  }

  private MapPlants() {}

  private static void plant(String law, Plant plant) {
    ALL.put(law, plant);
  }
}
