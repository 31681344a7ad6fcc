package org.territorydelta.read;

import java.util.List;
import java.util.Map;

/**
 * One feature of a file, as read.
 *
 * @param index its place in the file, from 0
 * @param properties scalar properties as text; nested ones are left out
 * @param shapes at least one
 * @param raw the first bytes of the feature in the file, for the quarantine
 */
public record RawFeature(
    int index, Map<String, String> properties, List<RawShape> shapes, String raw) {}
