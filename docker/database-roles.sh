#!/bin/bash
# Makes the role the service works as. It owns no table; the migrations give it its rights.
set -euo pipefail
psql -v ON_ERROR_STOP=1 -v password="$HAETAE_APP_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role haetae_app login password :'password';
SQL
