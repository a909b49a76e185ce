/** Text as policies, learning and search compare it, and as other programs read it. */
@NullMarked
package io.countersign.shared.text;

import org.jspecify.annotations.NullMarked;
