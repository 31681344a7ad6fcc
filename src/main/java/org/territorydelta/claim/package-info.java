/**
 * Claims and reports against what the maps show: what can speak to a claim, what has to be measured
 * for it, how it sits, which two figures compare, and which definition reproduces a publisher's
 * figure.
 *
 * <p>Comes in: claims, timelines, and areas measured elsewhere. Goes out: assessments, comparisons,
 * reproductions, a region's days, each with its reasons. {@link
 * org.territorydelta.claim.ReportPlan} is the way in: it says what must be measured, and makes the
 * rows of the measurements. The laws of these rows are queries, as all laws of tables are.
 *
 * <p>A figure is brought to the days that are claimed, leaves out the steps in which a series
 * breaks, and is widened by how far two sources lie apart; one summary a claim holds it against all
 * sources.
 *
 * <p>The laws it keeps: a claim equal to the measurement is consistent with it in every unit;
 * widening a claim's interval never makes it less consistent; forms and reprints of one statement
 * count once; no label is a verdict.
 */
package org.territorydelta.claim;
