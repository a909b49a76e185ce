/** Understanding one mail: its category, its end, its risk. */
@NullMarked
package io.countersign.classify;

import org.jspecify.annotations.NullMarked;
