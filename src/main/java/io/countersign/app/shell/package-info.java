/** The window around the views: rail, top bar, status bar, palette, toasts, first run. */
@NullMarked
package io.countersign.app.shell;

import org.jspecify.annotations.NullMarked;
