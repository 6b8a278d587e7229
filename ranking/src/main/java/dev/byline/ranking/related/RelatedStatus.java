package dev.byline.ranking.related;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * How often an engine, and those made from it by other policies, could answer from memory.
 *
 * @param cacheHits lists that were remembered and still right
 * @param cacheMisses lists that were worked out
 * @param cacheEntries lists that are remembered, about; some may be out of date and wait to be replaced
 */
@JsonPropertyOrder({"cacheHits", "cacheMisses", "cacheEntries"})
@JsonIgnoreProperties(ignoreUnknown = true)
public record RelatedStatus(long cacheHits, long cacheMisses, long cacheEntries) {}
