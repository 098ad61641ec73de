package org.privacypromise.preferences.choice.matrix;

/** One place in the matrix of choices: what for, by which way, and in whose name. Keys of the purpose register. */
public record Cell(String purpose, String channel, String brand) {}
