package org.territorydelta.scene;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.territorydelta.model.SquareKm;
import org.territorydelta.model.claim.Claim;
import org.territorydelta.model.claim.ClaimTime;
import org.territorydelta.model.claim.MeasureUnit;
import org.territorydelta.model.claim.Qualifier;
import org.territorydelta.model.claim.QuantityType;
import org.territorydelta.model.claim.StatedValue;
import org.territorydelta.model.map.RegionFacts;

/**
 * A claim, said by somebody. Unless told otherwise it is about BLUE's ground everywhere, exact, in
 * km², and stated on the last day it speaks of.
 */
public final class ClaimBuilder {
  private final String id;
  private final QuantityType quantity;
  private final ClaimTime time;
  private String groupId;
  private String statementDate;
  private String side = ControlScene.BLUE;
  private RegionFacts region = RegionFacts.ALL;
  private String number = "0";
  private MeasureUnit unit;
  private Qualifier qualifier = Qualifier.EXACT;
  private Optional<String> source = Optional.empty();
  private Optional<String> layerSet = Optional.empty();
  private Optional<String> supersedes = Optional.empty();

  private ClaimBuilder(String id, QuantityType quantity, ClaimTime time) {
    this.id = id;
    this.groupId = id;
    this.quantity = quantity;
    this.time = time;
    this.statementDate = time.lastDay().toString();
    this.unit = quantity.dimension().reckonedIn();
  }

  /** Of what is held at the end of a day. */
  public static ClaimBuilder held(String id, QuantityType quantity, String day) {
    return new ClaimBuilder(id, quantity, ClaimTime.at(LocalDate.parse(day)));
  }

  /** Of a period. */
  public static ClaimBuilder over(String id, QuantityType quantity, String first, String last) {
    return new ClaimBuilder(
        id, quantity, ClaimTime.over(LocalDate.parse(first), LocalDate.parse(last)));
  }

  public ClaimBuilder number(String stated) {
    number = stated;
    return this;
  }

  /** So many cells of the grid, to the hectare: the parallels shrink by less than that. */
  public ClaimBuilder cells(double cells) {
    return number(String.format(Locale.ROOT, "%.2f", SquareKm.fromM2(Grid.CELL_M2) * cells));
  }

  public ClaimBuilder unit(MeasureUnit chosen) {
    unit = chosen;
    return this;
  }

  public ClaimBuilder qualifier(Qualifier chosen) {
    qualifier = chosen;
    return this;
  }

  public ClaimBuilder group(String chosen) {
    groupId = chosen;
    return this;
  }

  public ClaimBuilder stated(String day) {
    statementDate = day;
    return this;
  }

  public ClaimBuilder side(String chosen) {
    side = chosen;
    return this;
  }

  public ClaimBuilder in(RegionFacts chosen) {
    region = chosen;
    return this;
  }

  public ClaimBuilder source(String sourceId) {
    source = Optional.of(sourceId);
    return this;
  }

  public ClaimBuilder layerSet(String name) {
    layerSet = Optional.of(name);
    return this;
  }

  public ClaimBuilder supersedes(String claimId) {
    supersedes = Optional.of(claimId);
    return this;
  }

  public Claim build() {
    return new Claim(
        new Claim.Key(id, groupId),
        new Claim.Statement("Somebody", "", LocalDate.parse(statementDate), ""),
        new Claim.Subject(side, region, source, layerSet, Claim.Contested.NOT_STATED, false),
        new Claim.Amount(quantity, StatedValue.parse(number), unit, qualifier),
        time,
        supersedes);
  }
}
