/** What every view shares: the list of views, texts, formats, theme, background work, and the ports through which a view asks the window. */
@NullMarked
package io.countersign.shared.ui;

import org.jspecify.annotations.NullMarked;
