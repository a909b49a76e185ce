/** The local API, in the window. */
@NullMarked
package io.countersign.api.ui;

import org.jspecify.annotations.NullMarked;
