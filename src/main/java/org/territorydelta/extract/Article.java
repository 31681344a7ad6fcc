package org.territorydelta.extract;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A dated text.
 *
 * @param name its file, as it was found
 * @param date of publishing; none where nothing says it
 */
public record Article(
    String name, Optional<LocalDate> date, String publisher, String url, String title, String text)
    implements Serializable {}
