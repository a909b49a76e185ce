/** The window's view of how good the policies are and what was learned. */
@NullMarked
package io.countersign.insight.ui;

import org.jspecify.annotations.NullMarked;
