/** The window's view of pending proposals: decide quickly, see why, take it back. */
@NullMarked
package io.countersign.approval.ui;

import org.jspecify.annotations.NullMarked;
