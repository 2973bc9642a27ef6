// The files of the tab: served with the headers in tab/staticwebapp.config.json. One site, no preview sites beside it.
param name string
param location string

resource site 'Microsoft.Web/staticSites@2024-04-01' = {
  name: name
  location: location
  sku: { name: 'Free', tier: 'Free' }
  properties: {
    allowConfigFileUpdates: true
    stagingEnvironmentPolicy: 'Disabled'
  }
}

output id string = site.id
output domain string = site.properties.defaultHostname
output origin string = 'https://${site.properties.defaultHostname}'
