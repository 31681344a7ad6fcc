package org.territorydelta.extract;

/**
 * A sentence of a document.
 *
 * @param number from 1
 * @param span where it stands in the document's text
 */
record Sentence(int number, String text, Span span) {}
