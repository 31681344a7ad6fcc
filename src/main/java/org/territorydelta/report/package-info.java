/** What a run says of itself: the console summary and the manifest. */
package org.territorydelta.report;
