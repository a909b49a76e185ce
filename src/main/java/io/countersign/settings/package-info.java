/** What a person chose about the window. */
@NullMarked
package io.countersign.settings;

import org.jspecify.annotations.NullMarked;
