/** How each action is carried out. */
@NullMarked
package io.countersign.approval.execution;

import org.jspecify.annotations.NullMarked;
