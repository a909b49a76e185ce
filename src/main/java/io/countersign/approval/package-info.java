/** Proposals, decisions, their effects and how they are taken back. */
@NullMarked
package io.countersign.approval;

import org.jspecify.annotations.NullMarked;
