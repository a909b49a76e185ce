/** Questions about mail, answered with proof. */
@NullMarked
package io.countersign.ask;

import org.jspecify.annotations.NullMarked;
