/**
 * What a run says of itself, the console summary and the manifest; and what two outputs say of each
 * other, from their manifests and from rows that come matched by key.
 */
package org.territorydelta.report;
