package org.privacypromise.preferences.choice.matrix;

/** What somebody wants a cell to become. */
public record Decision(Cell cell, boolean allowed) {}
