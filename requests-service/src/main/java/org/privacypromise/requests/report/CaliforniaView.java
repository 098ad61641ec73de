package org.privacypromise.requests.report;

import java.util.List;
import org.privacypromise.requests.report.figure.CaliforniaFigures;

/**
 * What 11 CCR s. 7102 asks for, of one calendar year.
 *
 * @param complete whether the year is over
 */
record CaliforniaView(int year, boolean complete, List<CaliforniaFigures.OfRight> rights) {}
