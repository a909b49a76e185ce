package io.countersign.ats;

/**
 * An application in the risk list.
 *
 * @param rank 1 for the one where an action now changes most
 */
public record RankedApplication(int rank, Application application, Outlook outlook) {}
