/** How good every policy is. */
@NullMarked
package io.countersign.insight;

import org.jspecify.annotations.NullMarked;
