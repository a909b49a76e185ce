/** What three features or more need, and nothing else. */
@NullMarked
package io.countersign.shared;

import org.jspecify.annotations.NullMarked;
