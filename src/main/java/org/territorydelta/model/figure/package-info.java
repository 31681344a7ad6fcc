/**
 * Figures of periods: stocks, gains, losses and nets by source, side, layer set and region, with
 * their bands, coverage and the breaks that touch them. Areas are whole square metres.
 */
package org.territorydelta.model.figure;
