-- One row per record; keys rid. Rank 1 is the version kept of a contract: essential data before a city list, an amount
-- before one that is proven to be a hundred times too large, then the newest publication, then more modifications, then
-- the later input.
SELECT rid, contract_uid, row_number() OVER (
  PARTITION BY contract_uid
  ORDER BY dialect IS NOT DISTINCT FROM 'city-list', rid IN (SELECT rid FROM amounts_settled WHERE is_hundredfold),
    published_on DESC NULLS LAST, own_modification_count DESC, rid DESC
) AS rank
FROM staged_contract
