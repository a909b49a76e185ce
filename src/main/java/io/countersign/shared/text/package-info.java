/** Text as policies, learning and search compare it. */
@NullMarked
package io.countersign.shared.text;

import org.jspecify.annotations.NullMarked;
