package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.territorydelta.change.ChangeEngine;
import org.territorydelta.change.FullOverlayEngine;
import org.territorydelta.model.figure.Diagonal;
import org.territorydelta.model.figure.Period;
import org.territorydelta.model.figure.PeriodKind;
import org.territorydelta.model.map.LayerSet;
import org.territorydelta.summary.SummaryFrame;
import org.territorydelta.timeline.PeriodCalendar;

/**
 * Measures a scene as a run would. By default: no regions, one layer set {@code controlled} of the
 * status held, every day and the whole, maps up to 3 days stale, no churn.
 */
public final class SceneMeasurer {
  private final ControlScene scene;
  private SceneRegions regions = SceneRegions.of();
  private final List<LayerSet> layerSets = new ArrayList<>();
  private List<PeriodKind> every = List.of(PeriodKind.DAY, PeriodKind.ALL);
  private final List<Period> named = new ArrayList<>();
  private int maxStalenessDays = 3;
  private int bandLagDays = SummaryFrame.Options.DEFAULT.bandLagDays();
  private Diagonal diagonal = Diagonal.LEFT_OUT;
  private boolean churned;
  private Supplier<ChangeEngine> engine = FullOverlayEngine::new;

  SceneMeasurer(ControlScene scene) {
    this.scene = scene;
  }

  public SceneMeasurer regions(SceneRegions chosen) {
    regions = chosen;
    return this;
  }

  /** Adds a layer set; the first one takes the place of the default. */
  public SceneMeasurer layerSet(String name, String... statuses) {
    layerSets.add(new LayerSet(name, Set.of(statuses)));
    return this;
  }

  public SceneMeasurer every(PeriodKind... kinds) {
    every = Arrays.asList(kinds);
    return this;
  }

  public SceneMeasurer named(String id, String firstDay, String lastDay) {
    named.add(
        new Period(PeriodKind.NAMED, id, LocalDate.parse(firstDay), LocalDate.parse(lastDay)));
    return this;
  }

  public SceneMeasurer maxStalenessDays(int days) {
    maxStalenessDays = days;
    return this;
  }

  public SceneMeasurer bandLagDays(int days) {
    bandLagDays = days;
    return this;
  }

  /** Asks for transitions of what stayed, too. */
  public SceneMeasurer diagonal() {
    diagonal = Diagonal.GIVEN;
    return this;
  }

  /** Has months and named periods looked through for churn. */
  public SceneMeasurer churned() {
    churned = true;
    return this;
  }

  public SceneMeasurer engine(Supplier<ChangeEngine> chosen) {
    engine = chosen;
    return this;
  }

  public MeasuredScene measure() {
    List<LayerSet> sets =
        layerSets.isEmpty()
            ? List.of(new LayerSet("controlled", Set.of(ControlScene.HELD)))
            : layerSets;
    var calendar = new PeriodCalendar(every, named);
    var options = new SummaryFrame.Options(bandLagDays, diagonal);
    var frame = new SummaryFrame(regions.tree(), sets, calendar, maxStalenessDays, options);
    var measured = new MeasuredScene(scene, regions.index(), frame, engine.get());
    return churned ? measured.withChurn(regions.index()) : measured;
  }
}
