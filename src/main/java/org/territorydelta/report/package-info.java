/**
 * What a run says of itself, the console summary and the manifest; what two outputs say of each
 * other, from their manifests and from rows that come matched by key; and the forms that tables
 * take for other programs, CSV for spreadsheets and ClaimReview for the web.
 */
package org.territorydelta.report;
