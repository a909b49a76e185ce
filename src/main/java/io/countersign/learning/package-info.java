/** What decisions teach: features and their weights. */
@NullMarked
package io.countersign.learning;

import org.jspecify.annotations.NullMarked;
