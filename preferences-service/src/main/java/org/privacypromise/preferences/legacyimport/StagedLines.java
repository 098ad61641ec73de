package org.privacypromise.preferences.legacyimport;

import java.util.List;
import org.privacypromise.preferences.legacyimport.line.ImportLine;
import org.privacypromise.preferences.legacyimport.line.LineFault;

/**
 * Lines that were read and are to be stored together.
 *
 * @param upTo the number of the last line read, whether it was good or not
 * @param prefixHash over all lines of the file up to that one
 * @param invalid how many lines have faults
 */
record StagedLines(
        List<ImportLine> lines, List<LineFault> faults, long invalid, long upTo, String prefixHash, String header) {}
