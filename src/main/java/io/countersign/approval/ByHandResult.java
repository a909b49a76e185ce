package io.countersign.approval;

import java.util.OptionalLong;

/**
 * What an action by hand did.
 *
 * @param batch the id to undo it by; empty when no mail was changed
 * @param acted mails that were changed
 * @param approved proposals of the same that were pending and that this approved
 * @param approval the batch of those
 * @param skipped mails that were so already, or unknown
 */
public record ByHandResult(OptionalLong batch, int acted, int approved, OptionalLong approval, int skipped) {}
