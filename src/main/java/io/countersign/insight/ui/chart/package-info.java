/** Small charts of shares and counts; they know no policies and no mail, and take their colours from the style sheets. */
@NullMarked
package io.countersign.insight.ui.chart;

import org.jspecify.annotations.NullMarked;
