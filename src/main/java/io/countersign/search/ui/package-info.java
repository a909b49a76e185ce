/** Finding mail in the window. */
@NullMarked
package io.countersign.search.ui;

import org.jspecify.annotations.NullMarked;
