/** The views of countersigning: what waits for a decision, and what was decided. */
@NullMarked
package io.countersign.approval.ui;

import org.jspecify.annotations.NullMarked;
