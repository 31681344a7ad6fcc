/**
 * What a run says of itself, the console summary and the manifest; what two outputs say of each
 * other, from their manifests and from rows that come matched by key; the forms that tables take
 * for other programs, CSV for spreadsheets and ClaimReview for the web; and an output as one page.
 *
 * <p>The page: {@link org.territorydelta.report.PageInput} comes in, rows of tables by the names of
 * their columns and shapes that may be shown; one HTML text goes out. The headline and all rounding
 * of figures happen here, what is chosen and drawn in the page's own scripts, beside this package
 * among the resources. Whatever comes from data reaches a page as JSON that cannot end its element,
 * or as escaped text, and there only as text of an element. The same output gives the same bytes.
 */
package org.territorydelta.report;
