package org.territorydelta.read;

import java.util.List;
import org.territorydelta.model.map.FeatureProperties;

/**
 * One feature of a file, as read. Where the file that the same reader read before had the very
 * bytes, the properties and the shapes are the same objects again; so may single shapes be of
 * features that changed otherwise.
 *
 * @param index its place in the file, from 0
 * @param shapes at least one
 * @param raw the first bytes of the feature in the file, for the quarantine
 */
public record RawFeature(
    int index, FeatureProperties properties, List<RawShape> shapes, String raw) {}
