package org.territorydelta.model.map;

import java.time.LocalDate;

/**
 * The state that stands for a day.
 *
 * @param stalenessDays days from the map's to the one it stands for; negative where the first map
 *     inside a period stands in for a missing opening
 */
public record MapState(LocalDate mapDate, int stalenessDays) {}
