package org.territorydelta.model.claim;

import java.io.Serializable;
import java.time.LocalDate;
import org.territorydelta.model.map.Holding;

/** A settlement that one map gives to somebody else than the map before it. */
public record SettlementChange(
    String sourceId,
    Settlement settlement,
    LocalDate openingMapDate,
    LocalDate closingMapDate,
    Holding from,
    Holding to)
    implements Serializable {}
