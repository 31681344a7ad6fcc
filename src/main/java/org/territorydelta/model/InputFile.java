package org.territorydelta.model;

/** A file and what it was to a run. */
public record InputFile(MapFile file, FileRole role) {}
