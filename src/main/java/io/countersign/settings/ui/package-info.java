/** The Settings view. */
@NullMarked
package io.countersign.settings.ui;

import org.jspecify.annotations.NullMarked;
