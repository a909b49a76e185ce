/** What repeats, in the window. */
@NullMarked
package io.countersign.job.ui;

import org.jspecify.annotations.NullMarked;
