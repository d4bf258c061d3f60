-- One row per record; keys rid. Rank 1 is the version kept of a contract: essential data before a city list, then the
-- newest publication, then more modifications, then the later input.
SELECT rid, contract_uid, row_number() OVER (
  PARTITION BY contract_uid
  ORDER BY dialect IS NOT DISTINCT FROM 'city-list', published_on DESC NULLS LAST, own_modification_count DESC, rid DESC
) AS rank
FROM staged_contract
